using PolicyGraph.Documents.Structure;

namespace PolicyGraph.Documents.Tests;

public sealed class FlattenedTableReaderTests
{
    private const string Box = "\t专栏1 “十三五”时期工业绿色发展主要指标\n\n\t指  标\n\t2015年\n\t2020年\n\t累计降速\n\n\t（1）规模以上企业单位工业增加值能耗下降（%）\n\t—\n\t—\n\t18\n\n"
        + "\t   吨钢综合能耗（千克标准煤）\n\t572\n\t560\n\t\n\n\t     其中：尾矿（%）\n\t22\n\t25\n\t\n\n\t注：本专栏均为指导性指标，各地区可结合实际设置目标。\n";

    [Fact]
    public void TableOfAPlan_OneCellALine_GetsItsRowsBack()
    {
        var table = FlattenedTableReader.Read(ProvisionParserTests.Text(Box)).Single();
        Assert.Equal("专栏1 “十三五”时期工业绿色发展主要指标", table.Title);
        Assert.Equal(["指  标", "2015年", "2020年", "累计降速"], table.Rows[0].Select(c => c.Text));
        Assert.Equal(["（1）规模以上企业单位工业增加值能耗下降（%）", "—", "—", "18"], table.Rows[1].Select(c => c.Text));
        Assert.Equal(["吨钢综合能耗（千克标准煤）", "572", "560", ""], table.Rows[2].Select(c => c.Text));
        Assert.Equal(4, table.Rows.Count);
    }

    [Fact]
    public void Cells_StandInPlace()
    {
        foreach (var cell in FlattenedTableReader.Read(ProvisionParserTests.Text(Box)).Single().Rows.SelectMany(r => r))
        {
            Assert.Equal(cell.Text, Box[cell.Span.Start..cell.Span.End]);
        }
    }

    [Fact]
    public void CellsWithoutEmptyLines_AreCountedByTheirFigures()
    {
        var table = FlattenedTableReader.Read(ProvisionParserTests.Text("指标\n2020年\n2025年\n属性\n单位工业增加值能耗降低（%）\n—\n13.5\n约束性\n工业固废综合利用率（%）\n55\n57\n预期性\n以上指标均为累计值。\n")).Single();
        Assert.Equal(["工业固废综合利用率（%）", "55", "57", "预期性"], table.Rows[2].Select(c => c.Text));
    }

    [Fact]
    public void RowWithTooManyCells_EndsTheTable()
    {
        var text = Box.Replace("\t22\n\t25\n\t\n", "\t22\n\t25\n\t\n\t1\n\t2\n", StringComparison.Ordinal);
        Assert.Equal(3, FlattenedTableReader.Read(ProvisionParserTests.Text(text)).Single().Rows.Count);
    }

    [Fact]
    public void RunningText_IsNoTable() => Assert.Empty(FlattenedTableReader.Read(ProvisionParserTests.Text("项目\n各地要加强项目管理。\n按期完成建设任务。\n并报省级主管部门备案。\n")));
}
