@echo off
rem ASCII only: cmd reads this file in the code page of the moment.
setlocal
chcp 65001 >nul
set "PYTHONUTF8=1"
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
set "FOUND="
for %%P in ("py -3.13" "py -3.12" "py -3.11" "py -3" "python" "python3") do call :try %%~P
if not defined FOUND goto :missing
%FOUND% "%~dp0offline\start.py" %*
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" pause
exit /b %CODE%

:try
if defined FOUND exit /b 0
%* -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if "%ERRORLEVEL%"=="0" set "FOUND=%*"
exit /b 0

:missing
type "%~dp0offline\need-python.txt"
pause
exit /b 9
