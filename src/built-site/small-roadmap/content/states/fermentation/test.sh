#!/bin/sh
a_dough_of_350_and_500() { test "$(python3 bake/hydration.py 350 500)" = 70%; }

a_dough_of_350_and_500
