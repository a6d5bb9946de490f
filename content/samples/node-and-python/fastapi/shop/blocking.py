"""Two endpoints that wait 0.2 s, and what five customers at once see."""
import asyncio
import time

import httpx2
from fastapi import FastAPI

app = FastAPI()


# #region blocking
@app.get("/blocks-everyone")
async def blocks_everyone() -> str:
    time.sleep(0.2)
    return "ok"


@app.get("/in-a-thread")
def in_a_thread() -> str:
    time.sleep(0.2)
    return "ok"


@app.get("/awaits")
async def awaits() -> str:
    await asyncio.sleep(0.2)
    return "ok"
# #endregion blocking


async def five_at_once(path: str) -> float:
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://shop") as client:
        start = time.perf_counter()
        await asyncio.gather(*(client.get(path) for _ in range(5)))
        return time.perf_counter() - start


if __name__ == "__main__":
    for path in ("/blocks-everyone", "/in-a-thread", "/awaits"):
        print(f"{path:18} {asyncio.run(five_at_once(path)):.2f} s")
