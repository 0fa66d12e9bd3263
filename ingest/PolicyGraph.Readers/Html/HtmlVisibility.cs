using AngleSharp.Dom;

namespace PolicyGraph.Readers.Html;

/// <summary>Tells what a visitor does not see: hidden by attribute, by style, by size, by colour or by place.</summary>
internal sealed class HtmlVisibility
{
    private readonly Dictionary<string, StyleFacts> sheet;
    private readonly bool hasOtherSheets;
    private readonly List<string> hidden = [];
    private int hiddenCount;
    private int faintCount;

    public HtmlVisibility(IDocument page)
    {
        sheet = HtmlStyles.ReadSheets(page);
        hasOtherSheets = page.QuerySelector("link[rel~=stylesheet]") is not null;
    }

    /// <summary>Whether an element is not seen; its words, if it has any, are counted.</summary>
    public bool Hides(IElement element)
    {
        if (!IsHidden(element))
        {
            return false;
        }

        var words = element.TextContent;
        if (!string.IsNullOrWhiteSpace(words))
        {
            hiddenCount++;
            if (hidden.Count == 0)
            {
                hidden.Add(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            }
        }

        return true;
    }

    public void WriteRemarks(DocumentBuilder output)
    {
        if (hiddenCount > 0)
        {
            output.Remark(Remark.HiddenText(hiddenCount, hidden[0]));
        }

        if (faintCount > 0)
        {
            output.Remark(Remark.FaintText(faintCount, output.Since(0)));
        }
    }

    private bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || (element.LocalName == "input" && element.GetAttribute("type") == "hidden"))
        {
            return true;
        }

        var facts = Facts(element);
        if (facts.HasFlag(StyleFacts.Hidden))
        {
            return true;
        }

        if (!facts.HasFlag(StyleFacts.White) || HasGround(element))
        {
            return false;
        }

        // A style sheet that is not in the file may give it a dark ground.
        if (hasOtherSheets)
        {
            faintCount++;
            return false;
        }

        return true;
    }

    private bool HasGround(IElement element)
    {
        for (var above = element; above is not null; above = above.ParentElement)
        {
            if (above.HasAttribute("bgcolor") || above.HasAttribute("background") || Facts(above).HasFlag(StyleFacts.Ground))
            {
                return true;
            }
        }

        return false;
    }

    private StyleFacts Facts(IElement element)
    {
        var facts = sheet.GetValueOrDefault(element.LocalName);
        if (sheet.Count > 0)
        {
            facts |= element.Id is { Length: > 0 } id ? sheet.GetValueOrDefault("#" + id) : StyleFacts.None;
            foreach (var name in element.ClassList)
            {
                facts |= sheet.GetValueOrDefault("." + name) | sheet.GetValueOrDefault(element.LocalName + "." + name);
            }
        }

        var own = element.GetAttribute("style");
        facts = own is null ? facts : HtmlStyles.Override(facts, own);
        return element.LocalName == "font" && HtmlStyles.IsWhite(element.GetAttribute("color") ?? "") ? facts | StyleFacts.White : facts;
    }
}
