import asyncio

from shop.blocking import five_at_once


def test_a_blocking_call_in_async_def_serves_one_at_a_time() -> None:
    assert asyncio.run(five_at_once("/blocks-everyone")) >= 1.0
    assert asyncio.run(five_at_once("/in-a-thread")) < 0.9
