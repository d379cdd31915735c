"""Who is assessed, against what: kinds of unit, roles, profile flags, kinds of object."""

from __future__ import annotations

UNIT_KINDS = ("政府", "部门", "乡镇街道")
ROLES = ("党委主要负责人", "政府主要负责人", "部门主要负责人")
FLAGS = ("执法权", "许可权", "强制执行权", "规范性文件")

OWN = "本单位"
UNIT = "unit"
OBJECT_KINDS = {"unit": OWN, "matter": "决策事项", "case": "案卷", "person": "人员", "document": "规范性文件"}
