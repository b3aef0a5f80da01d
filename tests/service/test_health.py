"""What a watchman hears of the service: that it lives, and of when the register is."""

from __future__ import annotations

import asyncio
import json
import shutil

import pytest
import streamlit as st

from lrn import clock
from lrn.register.load import SAMPLE, load
from lrn.service.health import READING, Health


@pytest.fixture
def register(tmp_path, monkeypatch):
    path = tmp_path / "register.xlsx"
    shutil.copy(SAMPLE, path)
    monkeypatch.setenv("LRN_REGISTER", str(path))
    st.cache_resource.clear()
    return path


def asked(health, *, begun=True):
    async def ask():
        if not begun:
            return await health.ready(None)
        async with health.watch(None):
            for _ in range(3000):
                answer = await health.ready(None)
                if READING.encode() not in answer.body:
                    return answer
                await asyncio.sleep(0.01)
        raise AssertionError("it goes on reading")

    answer = asyncio.run(ask())
    return answer.status_code, json.loads(answer.body)


def test_it_lives_and_is_not_ready_before_the_register_is_read():
    assert asyncio.run(Health().alive(None)).status_code == 200
    assert asked(Health(), begun=False) == (503, {"klaar": False, "melding": READING})


def test_it_is_ready_with_the_register_and_stays_so_on_its_last_good_state(register):
    state = load(register, today=clock.today()).source.modified.isoformat()
    good = {"klaar": True, "register": "register.xlsx", "stand": state}
    assert asked(Health()) == (200, good)
    register.write_bytes(b"geen werkmap")
    status, told = asked(Health())
    assert (status, told["stand"]) == (200, state)
    assert "U ziet de stand van" in told["melding"]
    assert "register.xlsx" in told["melding"]


def test_without_a_register_to_show_it_is_not(register):
    register.unlink()
    status, told = asked(Health())
    assert (status, told["klaar"]) == (503, False)
    assert "“register.xlsx” is niet gevonden" in told["melding"]
    assert str(register.parent) not in told["melding"]
