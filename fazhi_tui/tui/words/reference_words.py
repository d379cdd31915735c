"""What is looked up beside an item: statutes, its history, what is left out."""

from __future__ import annotations

STATUTE_TITLE = "所引法条"
STATUTE_MISSING = "手头的文本里没有这一处。"
STATUTE_NONE = (
    "还没有放法条文本。\n\n"
    "本程序不附法律文本。请从官方渠道取得：法律、行政法规、司法解释见“国家法律法规数据库”，"
    "国务院文件见中国政府网“政策”栏，部门和地方的规定见其官方网站。\n\n"
    "存成文字文件（.md 或 .txt，一件一个文件，第一行写标题），放进：\n{folder}\n\n"
    "放好后再按 F8，就在这里看所引的条款。"
)
HISTORY_TITLE = "这一条的记录"
HISTORY_NONE = "还没有记录。"
LEFT_OUT_TITLE = "没有问的检查项：{count} 条"
LEFT_OUT_NONE = "全部检查项都问。"
