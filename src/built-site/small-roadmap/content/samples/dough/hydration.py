# #region hydration
def hydration(water: float, flour: float) -> float:
    return water / flour
# #endregion hydration


print(f"{hydration(350, 500):.0%}")
