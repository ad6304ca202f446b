"""The same paper as an editable DOCX: named fonts of the norm, real styles, headings and page fields."""
