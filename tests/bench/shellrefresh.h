#pragma once

#include "bench/organization.h"
#include "bench/shellwindow.h"
#include "inventory/buildinventory.h"

#include <QElapsedTimer>
#include <QItemSelectionModel>

#include <ctime>

namespace slipway::bench
{

/// Asks the calling thread for its attention every millisecond: how much later than that it got it at the longest.
class StallWatch final : public QObject
{
public:
    StallWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, static_cast<double>(m_last.nsecsElapsed()) / 1e6 - 1);
            m_last.start();
        });
        m_last.start();
        m_timer.start(1);
    }

    [[nodiscard]] double longestMs() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    double m_longest = 0;
};

/// Processor time of the calling thread.
inline double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1'000'000;
}

/// What a refresh finds: in each of ten packages four versions came, three went, and of three the tags moved.
class NextReading final
{
public:
    static constexpr int kTouched = 10;
    static constexpr int kCame = 4;
    static constexpr int kWent = 3;
    static constexpr int kMoved = 3;

    NextReading(const Snapshot& before, int round)
        : m_before(before)
        , m_round(round)
        , m_now(before.fetchedAt.addSecs(60))
    {
    }

    SnapshotPtr make()
    {
        QSet<PackageName> names;
        for (int i = 0; i < kTouched; ++i)
            names.insert(m_before.packages[package(i)].name);
        auto builder = SnapshotBuilder::continuing(m_before, names, m_now);
        for (int i = 0; i < kTouched; ++i)
            addTo(builder, m_before.packages[package(i)], i);
        return std::move(builder).build();
    }

private:
    /// Every other one of those that are open.
    [[nodiscard]] size_t package(int i) const
    {
        const QString name = QStringLiteral("app-%1-cpu").arg(i * 2);
        const auto found =
            std::ranges::find(m_before.packages, name, [](const PackageRow& row) { return row.name.value; });
        return static_cast<size_t>(found - m_before.packages.begin());
    }

    void addTo(SnapshotBuilder& builder, const PackageRow& package, int number)
    {
        std::vector<ListedVersion> versions;
        for (const auto& row : m_before.versionsOf(package)) {
            const auto tags = m_before.tagsOf(row);
            versions.push_back({row.id, m_before.digestOf(row), row.createdAt(), row.updatedAt(),
                                QList<Tag>(tags.begin(), tags.end())});
        }
        const size_t middle = versions.size() / 2;
        versions.erase(versions.begin() + static_cast<std::ptrdiff_t>(middle),
                       versions.begin() + static_cast<std::ptrdiff_t>(middle) + kWent);
        for (size_t i = 0; i < kMoved; ++i) {
            versions[i * 50 + 20].tags.append({QStringLiteral("moved-%1-%2").arg(m_round).arg(i)});
            versions[i * 50 + 20].updatedAt = m_now;
        }
        for (int i = 0; i < kCame; ++i)
            versions.push_back(newVersion(builder, number, i));
        const auto count = static_cast<std::int64_t>(versions.size());
        builder.addPackage(
            {package.name, package.id, package.visibility, count, package.repository, package.createdAt, m_now},
            std::move(versions), Completeness::Whole);
    }

    ListedVersion newVersion(SnapshotBuilder& builder, int number, int i)
    {
        const int own = (m_round * kTouched + number) * kCame + i;
        Manifest manifest;
        manifest.digest = digestOf("n", number, own);
        manifest.kind = ManifestKind::Image;
        manifest.size = 1'000;
        manifest.mediaType = QStringLiteral("application/vnd.oci.image.manifest.v1+json");
        manifest.config = BlobReference{digestOf("nc", number, own), 9'000, {}};
        for (int layer = 0; layer < 10; ++layer)
            manifest.layers.push_back(
                {layer < 5 ? digestOf("s", 0, layer) : digestOf("no", own, layer), 1'000'000 + layer, {}});
        builder.addManifest(manifest);
        return {{2'000'000'000 + own}, manifest.digest, m_now, m_now, {{QStringLiteral("new-%1").arg(own)}}};
    }

    const Snapshot& m_before;
    int m_round;
    QDateTime m_now;
};

/// Refreshes that change a hundred rows in sight of the model, one after another.
class Refreshing final
{
public:
    Refreshing(ShellWindow& shell, InventoryPtr inventory)
        : m_shell(shell)
        , m_inventory(std::move(inventory))
    {
    }

    void measure()
    {
        constexpr int kRounds = 10;
        prepare();
        for (int round = 0; round < kRounds; ++round) {
            m_inventory = buildInventory(NextReading(*m_inventory->snapshot, round).make(), {});
            refresh(round % 2 == 0 ? Measured::Stall : Measured::Sum);
        }
        m_taken.print("100 rows changed: taken over", "ms");
        m_stalls.print("    longest stall until all is quiet", "ms");
        m_sums.print("    processor time of the window's thread", "ms");
    }

private:
    enum class Measured { Stall, Sum }; ///< asking every millisecond takes time of its own

    /// A place in the middle: rows open above it and below, some selected, the topmost row cut.
    void prepare()
    {
        auto& tree = m_shell.tree();
        const QModelIndex image = m_shell.imageIndex(10);
        tree.setCurrentIndex(m_shell.model().index(303, 0, image));
        for (const int row : {300, 303, 310}) {
            const QModelIndex index = m_shell.model().index(row, 0, image);
            tree.selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
            m_selected.append(index.data().toString());
        }
        tree.scrollTo(m_shell.model().index(300, 0, image), QAbstractItemView::PositionAtTop);
        tree.verticalScrollBar()->setValue(tree.verticalScrollBar()->value() + 7);
        ShellWindow::rest();
    }

    void refresh(Measured measured)
    {
        auto& tree = m_shell.tree();
        ShellWindow::rest();
        const QPersistentModelIndex top = tree.indexAt({0, 0}).siblingAtColumn(0);
        const int y = tree.visualRect(top).top();
        std::optional<StallWatch> watch;
        if (measured == Measured::Stall)
            watch.emplace();
        const double before = threadMs();
        QTimer::singleShot(0, &m_shell, [this] {
            const auto begin = now();
            m_shell.window().setInventory(m_inventory);
            m_taken.add(msSince(begin));
        });
        ShellWindow::rest();
        if (watch)
            m_stalls.add(watch->longestMs());
        else
            m_sums.add(threadMs() - before);
        QStringList selected;
        for (const auto& index : tree.selectionModel()->selectedRows())
            selected.append(index.data().toString());
        selected.sort();
        if (selected != m_selected)
            qFatal("another selection: %s", qPrintable(selected.join(u' ')));
        if (!top.isValid() || tree.visualRect(top).top() != y)
            qFatal("another row at the top");
        for (int image = 0; image < ShellWindow::kOpenImages; ++image)
            if (!tree.isExpanded(m_shell.imageIndex(image)))
                qFatal("no longer open");
    }

    ShellWindow& m_shell;
    InventoryPtr m_inventory;
    QStringList m_selected;
    Samples m_taken;
    Samples m_stalls;
    Samples m_sums;
};

} // namespace slipway::bench
