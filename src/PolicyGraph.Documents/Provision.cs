using PolicyGraph.Text;

namespace PolicyGraph.Documents;

/// <summary>Kinds of provision: 编 章 节 条 款 项 目, and the boxes, appendices, tables and figures of plans and standards.</summary>
public enum ProvisionKind
{
    /// <summary>编</summary>
    Part,

    /// <summary>章, and 一、 of a plan or notice.</summary>
    Chapter,

    /// <summary>节, and （一） of a plan or notice.</summary>
    Section,

    /// <summary>条</summary>
    Article,

    /// <summary>款: a paragraph without a number.</summary>
    Paragraph,

    /// <summary>项</summary>
    Item,

    /// <summary>目</summary>
    SubItem,

    /// <summary>专栏</summary>
    Box,

    /// <summary>附件, 附录</summary>
    Appendix,

    /// <summary>表</summary>
    Table,

    /// <summary>图</summary>
    Figure,
}

/// <summary>One numbered or headed piece of a document, with its place in the tree.</summary>
/// <param name="Path">Stable path inside the document, <c>三/（六）/绿色工厂</c>; repeated paths carry an ordinal (<c>#2</c>). It is the provision's id in <c>extract</c>.</param>
/// <param name="Parent">Path of the parent; null at the top.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Number">As printed: 一、 · （一） · 第十条 · 专栏1; null for an unnumbered heading.</param>
/// <param name="Heading">The heading without its number; null when there is none.</param>
/// <param name="HeadingSpan">Where number and heading stand; null for a provision without either.</param>
/// <param name="Span">All of its text, children included.</param>
/// <param name="Level">1 for 一、 or 章, 2 for （一）, 3 for 1. or 专栏; deeper levels count on.</param>
/// <param name="Page">Page from 1; null where the format has no pages.</param>
public sealed record Provision(string Path, string? Parent, ProvisionKind Kind, string? Number, string? Heading, TextSpan? HeadingSpan, TextSpan Span, int Level, int? Page = null);

/// <summary>A heading as the reader of a document sees it.</summary>
/// <param name="Number">As printed; null for a title or an unnumbered heading.</param>
/// <param name="Title">The heading without its number.</param>
/// <param name="Level">0 for the document's title, 1 for 一、 or 章, 2 for （一）, 3 for 1. or 专栏.</param>
/// <param name="Span">The heading's own span.</param>
public sealed record Section(string? Number, string Title, int Level, TextSpan Span);
