using System.Text;
using System.Text.Unicode;

namespace PolicyGraph.Readers.Packages;

/// <summary>Names of zip entries that do not say they are UTF-8: Windows in China writes them in GBK, other tools in UTF-8 all the same.</summary>
internal sealed class LegacyNameEncoding : Encoding
{
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(54936)!; // the provider knows 54936

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(chars, index, count);

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        UTF8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) => Choose(bytes.AsSpan(index, count)).GetCharCount(bytes, index, count);

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        Choose(bytes.AsSpan(byteIndex, byteCount)).GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount);

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => byteCount + 1;

    private static Encoding Choose(ReadOnlySpan<byte> name) => Utf8.IsValid(name) ? UTF8 : Chinese;
}
