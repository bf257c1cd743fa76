#pragma once

#include "views/widgets/rowview.h"

namespace slipway
{

/// The rows of the log. It stays with the newest line until a person scrolls up, and is with it again when they scroll
/// to the end; meanwhile the lines in sight stay where they are, also when old ones go.
class LogTable final : public RowView
{
    Q_OBJECT
public:
    explicit LogTable(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    void followNewest();
    /// The selected lines as a file has them, or every one in sight if none is selected.
    [[nodiscard]] QString selectedLines() const;
    [[nodiscard]] QString allLines() const;

Q_SIGNALS:
    void followingChanged();
    void copyRequested();

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void keepPlace(int removedRows);
    void noteScrolled(int value);
    void setFollowing(bool isFollowing);

    bool m_isFollowing = true;
};

} // namespace slipway
