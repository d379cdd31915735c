"""Find as you type: Chinese, item ids, citations, and pinyin by initials or in full."""
