#!/usr/bin/env python3
"""Opens pages in a real browser and prints them: browser.py PAPER_SAMPLE [--pictures FOLDER]

PAPER_SAMPLE (of this room's tests) writes a sample in both languages, and one of hostile texts. Each page must open without
a complaint and without asking for anything, fit a phone, carry its figures through a save, and print with page numbers on
all pages but the first. Passed over where no browser is installed.
"""

import argparse
import base64
import contextlib
import fcntl
import json
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = {"zh": 4, "en": 4, "hostile": 1}  # and how many pages they print on at least
BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
DESK = {"width": 1100, "height": 1500, "deviceScaleFactor": 1, "mobile": False}
LONGEST = 120
READS, WRITES = 3, 4  # the descriptors by which a browser is spoken to


def moved_up(descriptor: int) -> int:
    """The same above those that have a meaning."""
    above = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return above


class Browser:
    """A browser without a window, spoken to over a pair of pipes."""

    def __init__(self, program: str, profile: str):
        theirs_in, self.out = map(moved_up, os.pipe())
        self.into, theirs_out = map(moved_up, os.pipe())
        root = ["--no-sandbox"] if os.geteuid() == 0 else []
        command = [program, "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                   "--host-resolver-rules=MAP * ~NOTFOUND", "--no-first-run", f"--user-data-dir={profile}", *root,
                   "--remote-debugging-pipe", "about:blank"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        start_new_session=True, pass_fds=[READS, WRITES],
                                        preexec_fn=lambda: (os.dup2(theirs_in, READS), os.dup2(theirs_out, WRITES)))
        os.close(theirs_in)
        os.close(theirs_out)
        self.number = 0
        self.session = None
        self.events: list[dict] = []
        self.unread = b""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def message(self) -> dict:
        end = time.monotonic() + LONGEST
        while b"\0" not in self.unread:
            if not select.select([self.into], [], [], max(0, end - time.monotonic()))[0]:
                sys.exit("The browser did not answer")
            more = os.read(self.into, 1 << 20)
            if not more:
                sys.exit("The browser is gone")
            self.unread += more
        text, self.unread = self.unread.split(b"\0", 1)
        return json.loads(text)

    def ask(self, method: str, **parameters) -> dict:
        self.number += 1
        question = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            question["sessionId"] = self.session
        os.write(self.out, json.dumps(question).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") != self.number:
                self.events.append(answer)
            elif "error" in answer:
                sys.exit(f"{method}: {answer['error']}")
            else:
                return answer["result"]

    def await_event(self, method: str) -> None:
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.message())

    def value(self, expression: str):
        return self.ask("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.killpg(self.process.pid, 9)
        self.process.wait()
        os.close(self.into)
        os.close(self.out)


def complaints(events: list[dict], address: str) -> list[str]:
    """What the page complained of, and what it asked for beside itself and what it carries."""
    found = []
    for event in events:
        method, told = event.get("method"), event.get("params", {})
        if method in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown",
                      "Page.javascriptDialogOpening"):
            found.append(f"{method}: {json.dumps(told, ensure_ascii=False)[:400]}")
        elif method == "Network.requestWillBeSent":
            asked = told["request"]["url"]
            if asked != address and not asked.startswith("data:"):
                found.append(f"asked for {asked}")
    return found


def screen(browser: Browser, size: dict, file: Path | None) -> list[str]:
    browser.ask("Emulation.setDeviceMetricsOverride", **size)
    wide = browser.value("document.documentElement.scrollWidth")
    if file:
        picture = browser.ask("Page.captureScreenshot", captureBeyondViewport=True)
        file.write_bytes(base64.b64decode(picture["data"]))
    return [f"{wide} px wide on a screen of {size['width']}"] if wide > size["width"] else []


def page_texts(pdf: Path) -> list[str] | None:
    if not shutil.which("pdftotext"):
        return None
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def misprints(pdf: Path, least: int) -> list[str]:
    data = pdf.read_bytes()
    pages = len(re.findall(rb"/Type\s*/Page\b", data))
    if not data.startswith(b"%PDF-") or pages < least:
        return [f"{pdf.name}: {pages} pages"]
    texts = page_texts(pdf)
    if texts is None:
        return []
    found = [] if len(texts) == pages else [f"{pdf.name}: {pages} pages, {len(texts)} texts"]
    for number, text in enumerate(texts, 1):
        has_number = re.search(rf"^\s*— ?{number} ?—\s*$", text, re.MULTILINE) is not None
        if has_number != (number > 1):
            found.append(f"{pdf.name}: page {number} is {'' if has_number else 'not '}numbered")
    return found


def look(program: str, sample: str, name: str, folder: Path, pictures: Path | None) -> list[str]:
    page, pdf, saved = (folder / f"{name}.{end}" for end in ("html", "pdf", "saved.html"))
    done = subprocess.run([sample, name, str(page), str(pdf)], capture_output=True, text=True)
    if done.returncode != 0:
        return [f"exit {done.returncode}: {done.stderr}"]
    browser = Browser(program, str(folder / f"profile-{name}"))
    try:
        for domain in ("Page", "Network", "Log", "Runtime"):
            browser.ask(f"{domain}.enable")
        browser.events.clear()
        browser.ask("Page.navigate", url=page.as_uri())
        browser.await_event("Page.loadEventFired")
        found = []
        for kind, size in (("phone", PHONE), ("desk", DESK)):
            found += screen(browser, size, pictures and pictures / f"{name}-{kind}.png")
        saved.write_text(browser.value("document.documentElement.outerHTML"), encoding="utf-8")
        found += complaints(browser.events, page.as_uri())
    finally:
        browser.close()
    figures = [subprocess.run([sample, "--read", str(file)], capture_output=True, text=True) for file in (page, saved)]
    if figures[0].returncode != 0 or figures[0].stdout != figures[1].stdout:
        found.append(f"a saved page reads otherwise: {figures[0]} {figures[1]}")
    return found + misprints(pdf, SAMPLES[name])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sample")
    parser.add_argument("--pictures", type=Path)
    arguments = parser.parse_args()
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not program:
        print(f"SKIPPED: no browser here ({', '.join(BROWSERS)})")
        return 0
    if arguments.pictures:
        arguments.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        found = [f"{name}: {fault}" for name in SAMPLES
                 for fault in look(program, arguments.sample, name, Path(folder), arguments.pictures)]
    print("\n".join(found) if found else f"Opened, saved and printed without a complaint: {', '.join(SAMPLES)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
