using System.Xml.Linq;
using PolicyGraph.Documents;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers.Word;

/// <summary>Writes the words of one paragraph as they are seen: number, runs, results of fields, tracked changes accepted.</summary>
internal sealed class WordParagraph(DocumentBuilder output, WordStyles styles, WordNumbering numbering, WordRemarks remarks)
{
    private List<XElement> textBoxes = [];

    /// <summary>Writes <paramref name="paragraph"/> without a line end.</summary>
    /// <returns>What it is by its style.</returns>
    public (BlockKind Kind, int? Level) Write(XElement paragraph)
    {
        var form = paragraph.Child("pPr");
        var style = styles.Find(form.Child("pStyle").Value());
        var (listId, listLevel) = ListOf(form, style);
        var start = output.Length;
        if (listId is { } list)
        {
            output.Append(numbering.Next(list, listLevel));
        }

        var numberEnd = output.Length;
        Inline(paragraph);
        if (output.Since(numberEnd).IsEmpty)
        {
            output.Truncate(start);
        }

        var outline = form.Child("outlineLvl").Number() is >= 0 and < 9 and var direct ? direct + 1 : style.Heading;
        return style.IsContents ? (BlockKind.PageFurniture, null)
            : outline is not null ? (BlockKind.Heading, outline)
            : numberEnd > start ? (BlockKind.ListItem, listLevel + 1)
            : (BlockKind.Paragraph, null);
    }

    /// <summary>The text boxes met since the last call: their content stands after the paragraph.</summary>
    public IReadOnlyList<XElement> TakeTextBoxes()
    {
        if (textBoxes.Count == 0)
        {
            return [];
        }

        var taken = textBoxes;
        textBoxes = [];
        return taken;
    }

    private static (int? List, int Level) ListOf(XElement? form, WordStyle style)
    {
        var direct = form.Child("numPr");
        var list = direct.Child("numId").Number() ?? style.List;
        var level = direct.Child("ilvl").Number() ?? style.ListLevel ?? 0;
        return (list == 0 ? null : list, Math.Clamp(level, 0, 8));
    }

    private void Inline(XElement container)
    {
        foreach (var child in container.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "r" when child.Child("rPr") is { } look:
                    Run(child, look);
                    break;
                case "t":
                    output.Append(child.Value);
                    break;
                case "tab" or "ptab":
                    output.Append('\t');
                    break;
                case "br" or "cr":
                    output.Append('\n');
                    break;
                case "noBreakHyphen":
                    output.Append('-');
                    break;
                case "sym":
                    Symbol(child);
                    break;
                case "fldChar":
                    Checkbox(child);
                    break;
                case "del" or "moveFrom":
                    remarks.Revisions++;
                    break;
                case "ins" or "moveTo":
                    remarks.Revisions++;
                    Inline(child);
                    break;
                case "AlternateContent":
                    Inline(child.Child("Choice") ?? child.Child("Fallback") ?? child);
                    break;
                case "drawing" or "pict" or "object":
                    Drawing(child);
                    break;
                case "sdt" when child.Child("sdtPr").Child("showingPlcHdr") is not null:
                case "pPr" or "rPr" or "sdtPr" or "instrText" or "delText" or "delInstrText" or "rt" or "rubyPr" or "softHyphen":
                    break;
                default:
                    Inline(child);
                    break;
            }
        }
    }

    private void Run(XElement run, XElement look)
    {
        var start = output.Length;
        Inline(run);
        if (look.Child("vanish").IsOn() || look.Child("webHidden").IsOn() || styles.Find(look.Child("rStyle").Value()).IsHidden)
        {
            remarks.Hidden(output.Slice(output.Since(start)));
            output.Truncate(start);
        }
        else if (IsFaint(look) && output.Since(start) is { IsEmpty: false } span)
        {
            remarks.Faint(span);
        }
    }

    // White on white, or a size of at most one point. White on a shaded ground is the head of a table.
    private static bool IsFaint(XElement look)
    {
        var white = string.Equals(look.Child("color").Value(), "FFFFFF", StringComparison.OrdinalIgnoreCase)
            && look.Child("shd") is null && look.Child("highlight") is null
            && !look.Ancestors().Any(above => above.Child(above.Name.LocalName + "Pr").Child("shd") is not null);
        return white || look.Child("sz").Number() is >= 0 and <= 2;
    }

    private void Symbol(XElement symbol)
    {
        if (WordSymbols.Find(symbol.Value("font"), symbol.Value("char")) is { } found)
        {
            output.Append(found);
            return;
        }

        remarks.UnknownSymbols++;
        output.AddUnread(new Text.TextSpan(output.Length, output.Length + 1), "字体专用符号");
        output.Append('\ufffd');
    }

    private void Checkbox(XElement field)
    {
        if (field.Child("ffData").Child("checkBox") is { } box)
        {
            output.Append((box.Child("checked") ?? box.Child("default")) is { } state && state.IsOn() ? '☑' : '☐');
        }
    }

    private void Drawing(XElement drawing)
    {
        var found = false;
        foreach (var box in drawing.Descendants().Where(inner => inner.Name.LocalName == "txbxContent"))
        {
            var fallback = box.Ancestors().TakeWhile(above => above != drawing).Any(above => above.Name.LocalName is "Fallback" or "txbxContent");
            if (!fallback)
            {
                textBoxes.Add(box);
            }

            found = true;
        }

        if (!found && drawing.Descendants().Any(inner => inner.Name.LocalName is "blip" or "imagedata"))
        {
            remarks.Pictures++;
        }

        if (drawing.Descendants().Any(inner => inner.Name.LocalName == "OLEObject"))
        {
            remarks.EmbeddedDocuments++;
        }
    }
}
