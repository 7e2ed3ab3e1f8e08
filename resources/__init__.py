"""What neither core nor window computes: icons, fonts, words, letter texts and templates."""
