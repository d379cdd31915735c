#!/bin/sh
# Finds a Python that is new enough; start.py does the rest.
case $0 in
*/*) here=${0%/*} ;;
*) here=. ;;
esac
for python in python3.13 python3.12 python3.11 python3 python; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        exec "$python" "$here/offline/start.py" "$@"
    fi
done
cat "$here/offline/need-python.txt"
for python in python3 python; do
    found=$("$python" --version 2>&1) && echo "本机的 $python 是 ${found#Python }。"
done
exit 9
