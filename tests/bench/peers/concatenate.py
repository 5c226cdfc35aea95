"""The same with pandas: the rows of every sheet of every workbook in a folder below one another in one workbook.

Arguments: the folder, and the file to write.
"""

import os
import sys

import pandas

folder, out = sys.argv[1:]
frames = []
for file in sorted(os.listdir(folder)):
    sheets = pandas.read_excel(os.path.join(folder, file), sheet_name=None, header=None, engine="openpyxl")
    for name, frame in sheets.items():
        frame.insert(0, "sheet", name)
        frame.insert(0, "file", file)
        frames.append(frame)
whole = pandas.concat(frames, ignore_index=True)
whole.to_excel(out, header=False, index=False, engine="openpyxl")
print(len(whole), end="")
