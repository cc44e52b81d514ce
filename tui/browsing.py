"""Opening a page of the built site in the system's browser, where there is one with a window of its own."""

import webbrowser


def open_page(address: str) -> bool:
    """Whether a browser took it. One that would draw into this very terminal is not asked."""
    try:
        browser = webbrowser.get()
        if type(browser) is webbrowser.GenericBrowser:
            return False
        if isinstance(browser, webbrowser.UnixBrowser) and not browser.background:
            return False
        return browser.open(address)
    except (webbrowser.Error, OSError):
        return False
