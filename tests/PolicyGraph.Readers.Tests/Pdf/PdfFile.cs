using System.Globalization;
using System.Text;

namespace PolicyGraph.Readers.Tests.Pdf;

/// <summary>Writes small PDF files: text in 12 points of a font that poppler-data knows, one content stream a page of 420 by 842 points.</summary>
internal static class PdfFile
{
    public static byte[] Of(params Line[][] pages)
    {
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {pages.Length}/Kids[{string.Join(' ', pages.Select((_, i) => $"{5 + (2 * i)} 0 R"))}]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
                + "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>",
        };
        foreach (var page in pages)
        {
            var content = string.Concat(page.Select(line => line.Drawing ?? string.Create(
                CultureInfo.InvariantCulture, $"BT /F 12 Tf 1 0 0 1 {line.X} {line.Y} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line.Text))}> Tj ET\n")));
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 842]/Resources<</Font<</F 3 0 R>>>>/Contents {objects.Count + 2} 0 R>>");
            objects.Add($"<</Length {content.Length}>>\nstream\n{content}endstream");
        }

        var file = new StringBuilder("%PDF-1.5\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A line of text from its baseline on, in points from the lower left corner; or drawing operators instead.</summary>
    internal sealed record Line(int X, int Y, string Text)
    {
        public string? Drawing { get; init; }
    }
}
