namespace PolicyGraph.Text.Tests;

public sealed class TermMatcherTests
{
    private static readonly TermMatcher<int> Terms = new([new("工程机械", 3514), new("机械", 34), new("石化", 25), new("石化化工", 26), new("%", 1)]);

    [Fact]
    public void LongestTerm_AtOnePlace_Wins()
    {
        var found = Terms.FindAll("石化化工、工程机械和机械").Select(f => (f.Start, f.Term)).ToArray();
        Assert.Equal([(0, "石化化工"), (5, "工程机械"), (10, "机械")], found);
    }

    [Fact]
    public void TermOfOneCharacter_AtTheEnd_IsFound() => Assert.Equal((2, "%", 1), Terms.FindAll("18%").Single());
}
