using System.Diagnostics;

namespace PolicyGraph.Readers.Tests;

/// <summary>A test that needs poppler's <c>pdftotext</c>, skipped where it is not installed.</summary>
internal sealed class PopplerFactAttribute : FactAttribute
{
    private static readonly bool Installed = IsInstalled();

    public PopplerFactAttribute()
    {
        Skip = Installed ? null : "pdftotext (poppler-utils, poppler-data) is not installed.";
    }

    private static bool IsInstalled()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", "-v") { RedirectStandardError = true });
            process?.WaitForExit();
            return process is not null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
