namespace PolicyGraph.Graph.Tests;

public sealed class GraphValueTests
{
    [Fact]
    public void Equality_IsExact_NotWhatAQueryMeansByEqual()
    {
        GraphValue one = 1L;
        Assert.NotEqual(one, (GraphValue)1.0);
        Assert.Equal((GraphValue)double.NaN, (GraphValue)double.NaN);
        Assert.Equal(GraphValue.Null, (GraphValue)(string?)null);
    }

    [Fact]
    public void Maps_WithTheSameEntriesInAnotherOrder_AreEqualAndHashAlike()
    {
        GraphValue one = GraphValue.MapOf(("a", 1L), ("b", GraphValue.ListOf(["甲", "乙"])));
        GraphValue other = GraphValue.MapOf(("b", GraphValue.ListOf(["甲", "乙"])), ("a", 1L));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Nodes_AreTheSameById_WhateverTheyHold()
    {
        var properties = new Dictionary<string, GraphValue> { ["title"] = "方案" };
        Assert.Equal(new Node(7, ["Document"], properties), (GraphValue)new Node(7, [], new Dictionary<string, GraphValue>()));
        Assert.NotEqual(new Node(7, ["Document"], properties), (GraphValue)new Node(8, ["Document"], properties));
    }

    [Fact]
    public void AsString_OfANumber_SaysWhatCame()
    {
        GraphValue number = 1L;
        Assert.Contains("IntegerValue", Assert.Throws<InvalidCastException>(() => number.AsString()).Message, StringComparison.Ordinal);
        Assert.Equal(1.0, number.AsNumber());
    }

    [Fact]
    public void Row_AskedForAColumnThatIsNotThere_NamesTheColumns()
    {
        var row = new GraphResult(["a", "b"], [[1L, 2L]], GraphStatistics.None).Records.Single();
        Assert.Equal(2, row["b"].AsInteger());
        Assert.Contains("a, b", Assert.Throws<ArgumentException>(() => row["c"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_OfNothing_ContainNoUpdates()
    {
        Assert.False(new GraphStatistics().ContainsUpdates);
        Assert.True(new GraphStatistics(LabelsAdded: 1).ContainsUpdates);
    }
}
