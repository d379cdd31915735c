"""What the system says when a file cannot be read or written, in Chinese."""

from __future__ import annotations

import errno

_WORDS = {
    "ENOENT": "没有这个文件或文件夹",
    "EACCES": "没有权限",
    "EPERM": "系统不允许",
    "EEXIST": "已经存在",
    "ENOTDIR": "路径中间有一段不是文件夹",
    "EISDIR": "这是文件夹，不是文件",
    "ENOTEMPTY": "文件夹不是空的",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "超过磁盘配额",
    "EROFS": "磁盘是只读的",
    "ENAMETOOLONG": "文件名太长",
    "EINVAL": "文件名或参数不被系统接受",
    "EMFILE": "打开的文件太多",
    "EBUSY": "文件正被占用",
    "ETXTBSY": "文件正被占用",
    "EFBIG": "文件太大",
    "ELOOP": "链接绕成了圈",
    "EIO": "磁盘读写出错",
    "ENXIO": "没有这个设备",
    "ENOSYS": "系统不支持",
    "ESTALE": "网络文件夹已断开",
}


def os_fault(error: OSError) -> str:
    """The reason in a few words, without the path."""
    name = errno.errorcode.get(error.errno or 0, "")
    return _WORDS.get(name, f"系统错误{error.errno or ''}")
