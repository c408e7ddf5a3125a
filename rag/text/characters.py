"""Which characters are Chinese, as the inside of a character class."""

CJK = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
