"""The page Presentatie: the stage, its scenes, slides and letters."""
