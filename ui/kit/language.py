"""The window's language: translators that can be changed while running."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gvi_desktop.paths import resource

LANGUAGES = {"sv": "Svenska", "en": "English"}

_worn: list[QTranslator] = []


def speak(language: str) -> None:
    """Use a language from now on; widgets made before keep their words until they are made again."""
    while _worn:
        QCoreApplication.removeTranslator(_worn.pop())
    QLocale.setDefault(QLocale("sv_SE" if language == "sv" else "en_GB"))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (f"{qt}/qtbase_{language}.qm", str(resource("translations", f"{language}.qm"))):
        translator = QTranslator()
        if translator.load(file):
            QCoreApplication.installTranslator(translator)
            _worn.append(translator)
