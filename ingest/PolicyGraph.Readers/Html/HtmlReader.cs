using AngleSharp.Html.Parser;
using PolicyGraph.Documents;
using PolicyGraph.Readers.Plain;
using PolicyGraph.Text;

namespace PolicyGraph.Readers.Html;

/// <summary>A web page: the words that a visitor sees, without menus and the like. Scripts do not run and nothing is fetched.</summary>
internal static class HtmlReader
{
    // Deeper trees come from broken or hostile pages, and a tree builder's work grows with the square of the depth.
    private const int MaxTagDepth = 600;

    public static Document Read(Intake intake)
    {
        if (intake.Bytes.Length > intake.Options.MaxHtmlBytes)
        {
            throw Refusal.TooLarge(intake.Options.MaxHtmlBytes);
        }

        var decoded = TextDecoder.Decode(intake);
        var output = new DocumentBuilder(intake);
        var declared = decoded.Text.AsSpan(0, Math.Min(decoded.Text.Length, 4096)).Contains("charset", StringComparison.OrdinalIgnoreCase);
        foreach (var remark in decoded.Diagnostics.Where(remark => !declared || remark.Severity != Severity.Info))
        {
            output.Remark(remark with { Span = null });
        }

        if (TagDepth.Estimate(decoded.Text) > MaxTagDepth)
        {
            TagDepth.WriteWithoutTags(decoded.Text, output);
            output.Remark(Remark.TagsFlattened(MaxTagDepth));
        }
        else
        {
            WritePage(decoded.Text, output);
        }

        MarkReplacements(output);
        return output.Build(DocumentFormat.Html);
    }

    private static void WritePage(string html, DocumentBuilder output)
    {
        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var visibility = new HtmlVisibility(page);
        if (page.Body is { } body)
        {
            new HtmlWriter(output, visibility, new HtmlFurniture(body)).Write(body);
            if (output.Length == 0)
            {
                // Nothing but what looks like furniture: then that is what the page is about.
                visibility = new HtmlVisibility(page);
                new HtmlWriter(output, visibility, HtmlFurniture.None).Write(body);
            }
        }

        PageProperties.Write(page, output);
        visibility.WriteRemarks(output);
    }

    private static void MarkReplacements(DocumentBuilder output)
    {
        for (var i = 0; i < output.Length; i++)
        {
            var start = i;
            while (i < output.Length && output.Written[i] == '\ufffd')
            {
                i++;
            }

            if (i > start)
            {
                output.AddUnread(new TextSpan(start, i), "无法解码的字节");
            }
        }
    }
}
