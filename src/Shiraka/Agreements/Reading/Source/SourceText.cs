namespace Shiraka.Agreements.TextReading;

/// <summary>The text of a deposited file, as it will be read, shown and hashed.</summary>
/// <param name="Text">What the spans of a reading point into; unchanged characters of the source, one line per block.</param>
/// <param name="Kind">txt, html, docx or pdf.</param>
/// <param name="Quality">1 for text that was typed; less where replacement characters, broken lines or control marks betray a conversion.</param>
/// <param name="BidiOverrides">Characters that reorder the display stand in the text.</param>
public sealed record SourceText(string Text, string Kind, double Quality, bool BidiOverrides);
