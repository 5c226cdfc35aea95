"""Reads all workbooks of a folder again and again with openpyxl, and prints what each pass took in milliseconds.

Arguments: the folder, the milliseconds to go on for, and how many passes at least.
"""

import io
import json
import os
import sys
import time

from openpyxl import load_workbook

folder, budget, least = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
files = []
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name), "rb") as file:
        files.append(file.read())


def read_all():
    for data in files:
        for sheet in load_workbook(io.BytesIO(data)):
            for row in sheet.iter_rows(values_only=True):
                pass


passes = []
end = time.perf_counter() + budget / 1000
while len(passes) < least or time.perf_counter() < end:
    wall, processor = time.perf_counter(), time.process_time()
    read_all()
    passes.append({"ms": (time.perf_counter() - wall) * 1000, "processorMs": (time.process_time() - processor) * 1000})
print(json.dumps(passes))
