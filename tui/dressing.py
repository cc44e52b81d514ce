"""How often widgets are styled: once, while neither theme nor width changes.

Textual does it when a class is given, when a screen is mounted, again when it learns its width, and again whenever it is shown;
each time takes about as long as laying the screen out.
"""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

Look = tuple[str, frozenset[str]]


class DressingApp(App[None]):
    """An app that styles each screen once."""

    def __init__(self) -> None:
        super().__init__()
        self._looks: WeakKeyDictionary[DOMNode, Look] = WeakKeyDictionary()

    def dress(self, screen: DOMNode) -> None:
        """Give a screen the classes of its width before its widgets are made; they are styled with them at mounting."""
        screen.update_classes(self._width_classes(), update=False)
        self._looks[screen] = self._look_of(screen)

    def _width_classes(self) -> Mapping[str, bool]:
        width = self.size.width
        fitting = [name for least, name in self.HORIZONTAL_BREAKPOINTS or () if width >= least]
        return {name: name in fitting[-1:] for _, name in self.HORIZONTAL_BREAKPOINTS or ()}

    def _look_of(self, screen: DOMNode) -> Look:
        return self.theme, frozenset(screen.classes)

    def update_styles(self, node: DOMNode, animate: bool = True) -> None:  # noqa: FBT001, FBT002  Textual's own signature
        """Style widgets anew: mounted ones only, and a whole screen only if it looks otherwise than when it was styled."""
        if node is self:
            self._looks.clear()
        elif isinstance(node, Screen):
            look = self._look_of(node)
            if self._looks.get(node) == look:
                return
            self._looks[node] = look
        elif not node.is_attached:
            return
        super().update_styles(node, animate=animate)


def dress(screen: DOMNode) -> None:
    """See DressingApp."""
    if isinstance(screen.app, DressingApp):
        screen.app.dress(screen)
