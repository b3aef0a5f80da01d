"""The dashboard of the Lerend Regionaal Netwerk: from an Excel register to maps, ingredients and themes."""
