#pragma once

#include "models/filetreemodel.h"
#include "views/widgets/rowview.h"

namespace slipway
{

/// The files to look at, by root and folder. What was open stays open when a root is read again.
class FileTree final : public RowView
{
    Q_OBJECT
public:
    explicit FileTree(FileTreeModel& model, QWidget* parent = nullptr);

    /// Goes to a file, whose folders are opened; false where it is not listed.
    bool select(const FilePlace& place);
    [[nodiscard]] FilePlace selected() const;

Q_SIGNALS:
    /// A person, or select(), went to a file.
    void fileSelected(const slipway::FilePlace& place);
    /// The keyboard is wanted by what the file says.
    void opened();

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    FileTreeModel& m_model;
};

} // namespace slipway
