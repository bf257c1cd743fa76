#pragma once

#include "models/fileplaces.h"

#include <QTabBar>

#include <vector>

namespace slipway
{

/// The files that are open, a tab each. A file that is only looked at has one tab for itself and its successors, until
/// it is kept.
class FileTabs final : public QTabBar
{
    Q_OBJECT
public:
    explicit FileTabs(QWidget* parent = nullptr);

    /// Makes a file the current one, in its tab if it has one.
    void showFile(const FilePlace& place);
    /// Keeps the current file open.
    void keepCurrent();
    void closeCurrent();
    /// The files that were kept, in the order of their tabs.
    [[nodiscard]] std::vector<FilePlace> kept() const;
    /// Takes the place of all that were kept; tells nobody.
    void setKept(const std::vector<FilePlace>& places);
    /// Closes what is only looked at; tells nobody.
    void forgetPreview();
    /// The current file; its path is empty for none.
    [[nodiscard]] FilePlace current() const;

Q_SIGNALS:
    /// By a person.
    void fileChosen(const slipway::FilePlace& place);
    /// A person closed the last one.
    void emptied();
    void keptChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    struct Tab final {
        FilePlace place;
        bool isKept = false;
    };

    void close(int index);
    void add(const Tab& tab);
    void label(int index);

    std::vector<Tab> m_files; ///< beside the tabs
};

} // namespace slipway
