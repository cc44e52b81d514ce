"""Colours. Every theme defines the same names; widgets use names only, never colours."""

from textual.theme import Theme

DARK = Theme(
    name="gelap",
    primary="#6cb6c9",
    secondary="#8fa8c4",
    accent="#e0b25c",
    foreground="#d9dfe5",
    background="#11161b",
    surface="#171e25",
    panel="#222b34",
    success="#7fc18f",
    warning="#e0b25c",
    error="#e58579",
    dark=True,
    variables={
        "block-cursor-background": "#2f5d6b",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#26343d",
        "footer-key-foreground": "#e0b25c",
        "footer-background": "#171e25",
        "input-selection-background": "#3d6f80 60%",
        "input-focus-background": "#27444e",
        "border": "#6cb6c9",
        "border-blurred": "#33404b",
    },
)

LIGHT = Theme(
    name="terang",
    primary="#0f6276",
    secondary="#44607d",
    accent="#8a5a00",
    foreground="#0b1116",
    background="#f5f7f8",
    surface="#ffffff",
    panel="#e4eaee",
    success="#1d6b34",
    warning="#8a5a00",
    error="#a8281c",
    dark=False,
    variables={
        "block-cursor-background": "#bfe0e8",
        "block-cursor-foreground": "#0d1a20",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#dde8ec",
        "footer-key-foreground": "#8a5a00",
        "footer-background": "#e4eaee",
        "input-selection-background": "#9fd0dc",
        "input-focus-background": "#cfe3e8",
        "border": "#0f6276",
        "border-blurred": "#b9c5cd",
    },
)

CONTRAST = Theme(
    name="kontras",
    primary="#ffff66",
    secondary="#ffffff",
    accent="#66ffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    success="#80ff80",
    warning="#ffff66",
    error="#ff9a9a",
    dark=True,
    variables={
        "block-cursor-background": "#ffff66",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#4d4d00",
        "footer-key-foreground": "#ffff66",
        "footer-background": "#1c1c1c",
        "input-focus-background": "#3d3d00",
        "input-selection-background": "#6b6b00",
        "border": "#ffff66",
        "border-blurred": "#ffffff",
    },
)

THEMES = {"gelap": (DARK, "Gelap"), "terang": (LIGHT, "Terang"), "kontras": (CONTRAST, "Kontras tinggi")}
