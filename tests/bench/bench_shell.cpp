#include "bench/measure.h"
#include "bench/organization.h"
#include "inventory/buildinventory.h"
#include "models/inventorysort.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/treefilter.h"
#include "views/theme/theme.h"
#include "views/widgets/searchfield.h"

#include <QApplication>
#include <QTimeZone>

#include <malloc.h>
#include <random>
#include <string>

using namespace slipway;
using namespace slipway::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kPackages = 2000;
constexpr int kVersions = 500;
constexpr int kOpenImages = 8;

double since(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// The strings a filter's word is looked for in, a version each, as anybody would keep them who only had to search.
std::vector<std::string> stringsOf(const Snapshot& snapshot)
{
    std::vector<std::string> strings;
    strings.reserve(snapshot.versions.size());
    for (const auto& version : snapshot.versions) {
        QString text = snapshot.packages[version.package].name.value;
        for (const TagText tag : snapshot.tagsOf(version))
            text += u' ' + tag.toString();
        strings.push_back(text.toLower().toStdString());
    }
    return strings;
}

/// What people type, and how much of it there is: much, little, nothing.
const QStringList kTyped{u"v499"_s,      u"app-17"_s,        u"gpu v33"_s, u"cafe12ab"_s,      u"nothing-at-all"_s,
                         u"-app v1 1"_s, u"unsigned v250"_s, u"hub1 9"_s,  u"size:>1MiB v7"_s, u"tag:v4*9"_s};

/// The page with a million versions in it, some images open.
class Bench final
{
public:
    explicit Bench(const InventoryPtr& inventory)
        : m_strings(stringsOf(*inventory->snapshot))
    {
        m_page.resize(1232, 824);
        m_page.setClock(Clock(QDateTime::fromSecsSinceEpoch(1'763'000'000, QTimeZone::UTC)));
        const auto begin = std::chrono::steady_clock::now();
        m_page.setInventory(inventory);
        m_page.setState(PageState::ready());
        m_page.show();
        QCoreApplication::processEvents();
        row("shown first", since(begin));
        m_page.tree().expandGroups();
        for (int image = 0; image < kOpenImages; ++image)
            m_page.tree().expand(
                m_page.model().imageIndex({u"app-%1-%2"_s.arg(image).arg(image % 2 ? u"gpu" : u"cpu")}));
        QCoreApplication::processEvents();
    }

    void typeAll()
    {
        for (const auto& text : kTyped)
            for (qsizetype length = 1; length <= text.size(); ++length)
                type(text.first(length));
        for (const auto& text : kTyped)
            for (qsizetype length = text.size() - 1; length > 0; --length)
                type(text.first(length));
        print("a key until the rows are right", m_keys);
        print("    and painted", m_paints);
        print("    against a linear scan, times", m_ratios);
    }

private:
    void type(const QString& text)
    {
        auto& tree = m_page.tree();
        const auto begin = std::chrono::steady_clock::now();
        m_page.filter().bar().setText(text);
        (void)tree.visualRect(m_page.model().index(0, 0)); // lays the rows out
        m_keys.push_back(since(begin));
        tree.viewport()->repaint();
        m_paints.push_back(since(begin));
        m_ratios.push_back(m_keys.back() / scanMs(text.trimmed().section(u' ', -1).toLower().toStdString()));
        QCoreApplication::processEvents();
    }

    double scanMs(const std::string& word)
    {
        const auto begin = std::chrono::steady_clock::now();
        for (const auto& string : m_strings)
            m_found += string.find(word) != std::string::npos ? 1 : 0;
        return since(begin);
    }

    static void print(const char* what, std::vector<double>& values)
    {
        std::ranges::sort(values);
        const auto at = [&](double share) {
            return values[static_cast<size_t>(share * static_cast<double>(values.size() - 1))];
        };
        std::printf("%-44s median %6.2f, 99 %% %6.2f, longest %6.2f (%zu keys)\n", what, at(0.5), at(0.99), at(1),
                    values.size());
    }

    std::vector<std::string> m_strings;
    InventoryPage m_page;
    std::vector<double> m_keys;
    std::vector<double> m_paints;
    std::vector<double> m_ratios;
    size_t m_found = 0;
};

/// A million versions of one parent by size, against std::sort of nothing but the sizes.
void benchSort(const Inventory& inventory)
{
    Inventory mixed = inventory;
    std::mt19937_64 random(1);
    for (auto& facts : mixed.facts)
        facts.size = static_cast<Bytes>(random() % 4'000'000'000);
    std::vector<RowIndex> all(mixed.facts.size());
    for (RowIndex i = 0; i < all.size(); ++i)
        all[i] = i;
    std::vector<Bytes> keys;
    for (const auto& facts : mixed.facts)
        keys.push_back(facts.size);
    std::vector<double> bare;
    std::vector<double> ours;
    for (int run = 0; run < 5; ++run) {
        auto sorted = keys;
        auto begin = std::chrono::steady_clock::now();
        std::ranges::sort(sorted);
        bare.push_back(since(begin));
        auto rows = all;
        begin = std::chrono::steady_clock::now();
        sortVersions(rows, mixed, {}, {InventoryColumn::Size, Qt::DescendingOrder});
        ours.push_back(since(begin));
    }
    std::ranges::sort(bare);
    std::ranges::sort(ours);
    row("std::sort of 10^6 sizes", bare[2]);
    row("10^6 versions sorted by size", ours[2], "std::sort", ours[2] / bare[2]);
}

double heapBytes()
{
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

} // namespace

/// The inventory's tree with 10^6 versions: a key in the filter until the rows in sight are right, sorting, memory.
int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme theme(application);
    const SnapshotPtr snapshot = makeOrganization(Shape::Dense, kPackages, kVersions);
    const auto versions = static_cast<double>(snapshot->versions.size());
    const double before = heapBytes();
    const InventoryPtr inventory = buildInventory(snapshot, {});
    std::printf("%-44s %10.1f bytes a version, search index %.1f of them\n", "inventory above the snapshot",
                (heapBytes() - before) / versions, static_cast<double>(inventory->search.byteTotal()) / versions);
    {
        const double bare = heapBytes();
        InventoryModel model;
        model.setInventory(inventory);
        std::printf("%-44s %10.1f bytes a version\n", "model above the inventory", (heapBytes() - bare) / versions);
    }
    benchSort(*inventory);
    Bench bench(inventory);
    bench.typeAll();
    return 0;
}
