"""What the peers need of the law for one month of 2026, regime `self-employed`; provisions: rates/."""
import calendar

# Payment: the cap of its base in tenge. The rate of each is 1 %, rounded to a whole tenge, halves up.
CAPS = {"opv": 1_297_500, "opvr": 1_297_500, "so": 595_000, "vosms": 1_297_500}

# Category of exemption: the payments that are not due on its days.
EFFECTS = {
    "pension-age": "opv opvr so vosms",
    "early-pension-age": "vosms",
    "pension-recipient": "vosms",
    "long-service-pension": "opv opvr vosms",
    "disability-1-2-permanent": "opv opvr vosms",
    "disability-1-2-permanent-pays-opv": "opvr vosms",
    "disability": "vosms",
    "uniformed-service": "opv opvr vosms",
    "conscript": "vosms",
    "civil-protection-service": "opv opvr",
    "retired-judge": "opvr",
    "born-before-1975": "opvr",
    "minor": "vosms",
    "full-time-student": "vosms",
    "decorated-mother": "vosms",
    "child-care-leave": "vosms",
}
LIMIT = 1_297_500
INCOME_MAX = "999999999999.99"


def month_days(month):
    """First and last day of `YYYY-MM` as text."""
    year, number = map(int, month.split("-"))
    return f"{month}-01", f"{month}-{calendar.monthrange(year, number)[1]}"

# The weights of the check digit of an ИИН: the second ones where the first give 10.
WEIGHTS = [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]]
