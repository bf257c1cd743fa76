#include "views/widgets/filesaving.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace slipway
{

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten)
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return {};
}

namespace
{

/// The folder the program was started in is nowhere a person would look.
QString documentsFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace

void askWhereToSave(QWidget& parent, const SaveQuestion& question, const std::function<void(const QString& path)>& save)
{
    auto* dialog = new QFileDialog(&parent, question.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString suffix = QFileInfo(question.suggestedName).suffix();
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilters({QCoreApplication::translate("FileSaving", "%1 files (*.%2)").arg(suffix.toUpper(), suffix),
                            QCoreApplication::translate("FileSaving", "All files (*)")});
    dialog->setDirectory(documentsFolder());
    dialog->selectFile(question.suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent, save);
    dialog->open();
}

} // namespace slipway
