import pytest

from lrn.ui.base.escaping import escape, escape_lines
from tests.typed import TEXTS

N = ":color[]"  # an empty element


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Zorg & Welzijn", "Zorg & Welzijn"),
        ("Budget (EUR), 2024-2026 nr. 5!", "Budget (EUR), 2024-2026 nr. 5!"),
        ("&amp; &#42;", r"\&amp; \&#42;"),
        ("*a* _b_ `c` $d$", r"\*a\* \_b\_ \`c\` \$d\$"),
        ("![a](b)", r"!\[a\](b)"),
        ("a -> b", f"a -{N}\\> b"),
        ("a <-> b", f"a \\<{N}-{N}\\> b"),
        ("a -- b", f"a -{N}- b"),
        ("~=", f"\\~{N}="),
        ("uur: :heart: :material/home:", f"uur: \\:{N}heart: \\:{N}material/home\\:{N}"),
        ("http://a.nl", f"http\\:{N}//a.nl"),
        ("www.a.nl", f"www{N}.a.nl"),
        ("a@b.nl", f"a@{N}b.nl"),
        ("# 1", r"\# 1"),
        ("nr # 1", "nr # 1"),
        ("1. a", r"1\. a"),
        ("1.5", "1.5"),
        ("2) b", r"2\) b"),
        ("- c", r"\- c"),
        ("  d\n- e  ", "d - e"),
        ("", ""),
    ],
)
def test_only_what_means_something_is_written_otherwise(typed, written):
    assert escape(typed) == written


def test_nothing_is_taken_out_of_a_text():
    for text in TEXTS:
        assert escape(text).replace(N, "").replace("\\", "") == text.strip().replace("\\", "")


def test_lines_stay_apart_and_each_begins_anew():
    assert escape_lines(" a\r\n- b\n\n1. c ") == "a\\\n\\- b\\\n\\\n1\\. c"
