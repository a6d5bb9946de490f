import unittest

from latency import requests, slower


class LatencyTest(unittest.TestCase):
    def rolled_back(self, canary: list[float]) -> bool:
        _, beyond, allowed = slower(requests(9_500, 1), canary)
        return beyond > allowed

    def test_the_same_program_is_rarely_accused(self):
        self.assertLessEqual(sum(self.rolled_back(requests(500, seed)) for seed in range(100, 300)), 2)

    def test_a_slow_program_is_found(self):
        self.assertTrue(all(self.rolled_back(requests(500, seed, factor=1.5)) for seed in range(100, 150)))


if __name__ == "__main__":
    unittest.main()
