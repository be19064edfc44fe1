"""Contrast of every text on every ground it stands on, computed."""

import pytest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleHintReturn, QWidget

from assist.ui.theme import DARK, LIGHT, Palette, Size, contrast, make_theme, wants_no_motion

TEXT_MIN, PROMPT_MIN, SIGN_MIN = 4.5, 7.0, 3.0


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_reaches_its_contrast(palette: Palette) -> None:
    tints = (palette.red, palette.warm, palette.green)
    pairs = [
        (text, ground)
        for text in (palette.text, palette.muted)
        for ground in (palette.window, palette.field, *(tint.ground for tint in tints))
    ]
    pairs += [(tint.accent, palette.window) for tint in tints]
    pairs += [(tint.accent, palette.field) for tint in tints]
    pairs += [(palette.window, palette.agent), (palette.window, palette.customer)]
    low = [(a, b, contrast(a, b)) for a, b in pairs if contrast(a, b) < TEXT_MIN]
    assert low == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_everything_written_on_the_prompt_reaches_seven_to_one(palette: Palette) -> None:
    low = [
        (text, tint.ground)
        for tint in (palette.red, palette.warm, palette.green)
        for text in (palette.prompt, tint.title, tint.quote)
        if contrast(text, tint.ground) < PROMPT_MIN
    ]
    assert low == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_signs_stand_out_from_their_ground(palette: Palette) -> None:
    tints = (palette.red, palette.warm, palette.green)
    pairs = [(tint.accent, tint.ground) for tint in tints]
    pairs += [(palette.agent, palette.window), (palette.customer, palette.window)]
    assert all(contrast(a, b) >= SIGN_MIN for a, b in pairs)


def test_contrast_is_wcags() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("scale", "text", "headline"), [(1.0, 13, 18), (1.5, 20, 27), (2.0, 26, 36)]
)
def test_type_scales_with_the_setting(
    qapp: QApplication, scale: float, text: int, headline: int
) -> None:
    theme = make_theme("light", scale)
    assert (theme.px(Size.TEXT), theme.px(Size.HEADLINE)) == (text, headline)
    assert theme.font(Size.TEXT).pixelSize() == text


class _StillStyle(QProxyStyle):
    """A style of a system that asks for no motion."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: object = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)  # type: ignore[arg-type]


def test_motion_is_short_and_none_where_the_system_asks_for_none(qapp: QApplication) -> None:
    assert 0 < make_theme("light").motion_ms < 150
    qapp.setStyle(_StillStyle("Fusion"))
    try:
        assert wants_no_motion()
        assert make_theme("light").motion_ms == 0
    finally:
        qapp.setStyle("Fusion")
