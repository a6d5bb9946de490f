import unittest

from judge import judge, requests_needed


class JudgeTest(unittest.TestCase):
    def lines(self, stable, stable_bad, canary, canary_bad):
        return (["stable 500 v"] * stable_bad + ["stable 200 v"] * (stable - stable_bad)
                + ["canary 500 v"] * canary_bad + ["canary 200 v"] * (canary - canary_bad))

    def test_few_requests_prove_nothing(self):
        self.assertEqual(judge(self.lines(950, 0, 50, 0), 300)[0], "WAIT")

    def test_enough_clean_requests_promote(self):
        self.assertEqual(judge(self.lines(5700, 3, 300, 0), 300)[0], "PROMOTE")

    def test_clear_damage_does_not_wait_for_the_minimum(self):
        self.assertEqual(judge(self.lines(950, 0, 50, 6), 300)[0], "ROLL BACK")

    def test_one_failure_is_no_proof(self):
        self.assertEqual(judge(self.lines(950, 0, 50, 1), 300)[0], "WAIT")

    def test_sample_size(self):
        self.assertEqual(requests_needed(0.01), 299)


if __name__ == "__main__":
    unittest.main()
