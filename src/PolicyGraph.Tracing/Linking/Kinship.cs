using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Linking;

/// <summary>What stands between a target and one above it that measures the same.</summary>
public abstract record Kinship
{
    private Kinship()
    {
    }

    /// <summary>It contributes to the one above.</summary>
    /// <param name="Bond">What ties the documents.</param>
    /// <param name="Term">How the due years stand.</param>
    /// <param name="IsPart">Whether it covers a part of what the parent covers, place apart.</param>
    public sealed record Child(Bond Bond, Term Term, bool IsPart) : Kinship;

    /// <summary>It does not, though it measures the same.</summary>
    /// <param name="Obstacle">What differs.</param>
    /// <param name="Reason">The difference in Chinese, a clause without subject: 期限不相接.</param>
    public sealed record None(Obstacle Obstacle, string Reason) : Kinship;
}

/// <summary>What ties the document of a child to that of its parent, strongest first.</summary>
public enum Bond
{
    /// <summary>The document was made on the parent's.</summary>
    BasedOn,

    /// <summary>The document names the parent's.</summary>
    Cites,

    /// <summary>Both count what one national scheme recognises: 绿色工厂.</summary>
    Scheme,

    /// <summary>Both divide one binding figure of one five-year plan.</summary>
    FiveYearPlan,
}

/// <summary>How the due year of a child stands to its parent's.</summary>
public enum Term
{
    /// <summary>The same year, or no year on either side.</summary>
    Same,

    /// <summary>A step on the way: due while the parent's is running.</summary>
    Earlier,

    /// <summary>Due after the parent's, though set while that was running.</summary>
    Later,
}

/// <summary>Why two targets of one indicator are not parent and child, nearest to kinship first.</summary>
public enum Obstacle
{
    /// <summary>Nothing ties the documents.</summary>
    Unrelated,

    /// <summary>The lower document is the older one.</summary>
    Order,

    /// <summary>The due years belong to different plans.</summary>
    Term,

    /// <summary>They cover different things.</summary>
    Scope,

    /// <summary>A level beside a change, a yearly change beside one of the whole period.</summary>
    Kind,
}
