"""What Streamlit says when something goes wrong: a script that fails, an upload that fails, a server that refuses or is gone."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.conftest import LAPTOP, ROOT, Visitor, serve
from tests.browser.english import english, told

FILES = {
    "app.py": f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import streamlit as st
from lrn.ui.browser.page import mend

mend(charts=False)
st.title("Titel")
st.text_input("Woord", label_visibility="collapsed")
st.file_uploader("Bestand")
raise ValueError("this is told to nobody")
""",
    ".streamlit/config.toml": (ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"),
}


def test_it_is_told_in_dutch(browser: Browser, tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = browser.new_context(locale="nl-NL").new_page()
    try:
        with serve(folder=tmp_path) as address:
            Visitor(page, address, LAPTOP, dark=False, moving=False).open("/")
            expect(page.get_by_test_id("stException")).to_contain_text("Hier ging iets mis in het dashboard.")
            page.route("**/upload_file/**", lambda route: route.abort())
            page.locator("input[type=file]").set_input_files(files=[{"name": "a.txt", "mimeType": "", "buffer": b"a"}])
            expect(page.get_by_text("Het uploaden is niet gelukt: er is geen verbinding.")).to_be_visible()
            page.get_by_role("textbox").fill("iets")
            expect(page.get_by_test_id("InputInstructions")).to_have_text("Enter neemt dit over")
            found = english(told(page))
            page.route("**/_stcore/**", lambda route: route.fulfill(status=403))
        expect(page.get_by_role("dialog")).to_contain_text("Het dashboard weigert de verbinding (status 403).")
        expect(page.get_by_role("dialog")).to_contain_text("vraag de beheerder dan naar de instelling CORS van het")
        found += english(told(page))
        page.unroute_all()
        expect(page.get_by_role("dialog")).to_contain_text("Het dashboard antwoordt niet.")
        found += english(told(page))
        page.get_by_role("dialog").get_by_role("button", name="Sluiten").click()
        assert found + english(told(page)) == []
    finally:
        page.context.close()
