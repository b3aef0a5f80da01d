import pytest

from lrn.register.values.remark import short


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 59 + "…"),
        ("twee\nregels  en\u00a0een tab\t.", "twee regels en een tab ."),
        (f"  {'a' * 60}  ", "a" * 60),
    ],
)
def test_a_long_text_is_cut_off_after_sixty_signs_on_one_line(text, said):
    assert short(text) == said
    assert len(short(text)) <= 60


def test_the_length_can_be_another():
    assert [short("abcde", length) for length in (4, 5, 6)] == ["abc…", "abcde", "abcde"]
