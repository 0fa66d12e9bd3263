namespace PolicyGraph.Compliance.Quantities;

/// <summary>What a quantity is called in sentences, and what it measures.</summary>
/// <param name="Name">The Chinese name.</param>
/// <param name="Dimension">Dimension of <c>lexicon/units.yaml</c>; null where it depends on the product, material or pollutant.</param>
/// <param name="IsWater">Whether a tonne and a cubic metre are the same.</param>
internal sealed record QuantityField(string Name, string? Dimension, bool IsWater = false)
{
    private static readonly Dictionary<string, QuantityField> Fields = new(StringComparer.Ordinal)
    {
        ["output"] = new("产量", null),
        ["outputValue"] = new("产值", "money"),
        ["production"] = new("产量或产值", null),
        ["energyTotal"] = new("综合能耗", "coal-equivalent"),
        ["energyConsumption"] = new("能源消费量", null),
        ["energyStandardCoal"] = new("折标准煤量", "coal-equivalent"),
        ["energyFeedstock"] = new("原料用能", null),
        ["energyRenewable"] = new("可再生能源利用量", null),
        ["carbonTotal"] = new("二氧化碳排放量", "carbon"),
        ["waterIntake"] = new("取水量", "volume", true),
        ["waterReused"] = new("重复利用水量", "volume", true),
        ["waterTotal"] = new("总用水量", "volume", true),
        ["wastePurchased"] = new("外购废物利用量", "mass"),
        ["wastewaterDischarge"] = new("废水排放量", "mass", true),
        ["wasteGasDischarge"] = new("废气排放量", "volume"),
        ["materialUse"] = new("主要原材料消耗量", "mass"),
        ["wasteGenerated"] = new("一般工业固体废物产生量", "mass"),
        ["wasteUtilised"] = new("一般工业固体废物综合利用量", "mass"),
        ["wasteStockUtilised"] = new("利用往年贮存量", "mass"),
        ["wasteDisposed"] = new("一般工业固体废物处置量", "mass"),
        ["wasteOpening"] = new("期初贮存量", "mass"),
        ["wasteClosing"] = new("期末贮存量", "mass"),
        ["hazardousGenerated"] = new("危险废物产生量", "mass"),
        ["waterDischarged"] = new("排水量", "volume", true),
        ["electricityActivity"] = new("净购入电量", "electricity"),
        ["productFootprint"] = new("产品碳足迹", null),
        ["pollutantDischarge"] = new("污染物排放量", "mass"),
        ["wastewaterGenerated"] = new("废水产生量", "mass", true),
        ["wasteGasGenerated"] = new("废气产生量", "volume"),
        ["pollutantGenerated"] = new("污染物产生量", "mass"),
        ["wastewaterReused"] = new("废水处理回用量", "volume", true),
        ["wasteStock"] = new("往年贮存量", "mass"),
        ["greenMaterialUse"] = new("绿色物料使用量", "mass"),
        ["greenOutputValue"] = new("绿色产品产值", "money"),
        ["landArea"] = new("用地面积", "area"),
        ["buildingFootprint"] = new("建筑物、构筑物占地面积", "area"),
        ["floorArea"] = new("总建筑面积", "area"),
        ["upgradeInvestment"] = new("改造升级项目投资额", "money"),
        ["platformFunctionCount"] = new("平台功能符合数量", "count:项"),
    };

    /// <summary>The quantity of a field; one that is not known goes by the field's own name.</summary>
    internal static QuantityField Of(string field) => Fields.GetValueOrDefault(field) ?? new QuantityField(field, null);
}
